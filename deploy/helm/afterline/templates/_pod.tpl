{{/* What every pod has: nobody's account, no rights, nothing to write but /tmp. */}}
{{- define "afterline.pod" -}}
serviceAccountName: {{ include "afterline.name" . }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "afterline.container" -}}
image: {{ include "afterline.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}

{{/*
It lives: a process that answers nothing for two minutes is started again; sooner, and a node that is short of processor time
would kill what it cannot serve, and start it again besides. It is ready: what it needs was reached. Whoever is asked to end
goes on serving until the endpoints have forgotten it, then finishes what it has in hand: 20 s, longer than the longest
transaction (15 s).
*/}}
{{- define "afterline.life" -}}
startupProbe:
  httpGet: { path: /health/live, port: operations }
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 150
livenessProbe:
  httpGet: { path: /health/live, port: operations }
  periodSeconds: 20
  timeoutSeconds: 10
  failureThreshold: 6
readinessProbe:
  httpGet: { path: /health/ready, port: operations }
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
lifecycle:
  preStop: { sleep: { seconds: 5 } }
{{- end }}

{{- define "afterline.spread" -}}
topologySpreadConstraints:
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - topologyKey: {{ . }}
    maxSkew: 1
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "afterline.selector" $.root | nindent 8 }}
        app.kubernetes.io/component: {{ $.component }}
  {{- end }}
{{- end }}
