{{/*
A command of afterline as a job of an upgrade: repeated it changes nothing, and its end stays to be read until the next one.
It has no account of its own: before an installation none is there.
@param .root, .component, .weight, .command, .env (a template's text), .around (of volumes); without .weight it is one of the
resources of the release, and waits for what is made with it
*/}}
{{- define "afterline.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "afterline.name" .root }}-{{ .component }}
  labels: {{- include "afterline.labels" .root | nindent 4 }}
  {{- if .weight }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-weight: {{ .weight | quote }}
    helm.sh/hook-delete-policy: before-hook-creation
spec:
  backoffLimit: 3
  activeDeadlineSeconds: 600
  {{- else }}
spec:
  backoffLimit: 12
  activeDeadlineSeconds: 3600
  {{- end }}
  template:
    metadata:
      labels:
        {{- include "afterline.labels" .root | nindent 8 }}
        app.kubernetes.io/component: {{ .component }}
    spec:
      {{- include "afterline.pod" .root | replace (printf "serviceAccountName: %s\n" (include "afterline.name" .root)) "" | nindent 6 }}
      restartPolicy: Never
      containers:
        - name: afterline
          {{- include "afterline.container" .root | nindent 10 }}
          args: {{- toYaml .command | nindent 12 }}
          {{- with .env }}
          env: {{- . | nindent 12 }}
          {{- end }}
          resources: {{- toYaml .root.Values.jobs.resources | nindent 12 }}
          volumeMounts: {{- include "afterline.mounts" .around | nindent 12 }}
      volumes: {{- include "afterline.volumes" .around | nindent 8 }}
{{- end }}
