{{/* Autoscaling and disruption budget of a deployment. @param .root, .component, .process */}}
{{- define "afterline.scale" -}}
{{- $name := printf "%s-%s" (include "afterline.name" .root) .component -}}
{{- with .process.autoscaling }}
{{- if .enabled }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ $name }}
  labels: {{- include "afterline.labels" $.root | nindent 4 }}
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: {{ $name }} }
  minReplicas: {{ .minReplicas }}
  maxReplicas: {{ .maxReplicas }}
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: {{ .targetCPUUtilizationPercentage }} } }
{{- end }}
{{- end }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $name }}
  labels: {{- include "afterline.labels" .root | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      {{- include "afterline.selector" .root | nindent 6 }}
      app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "afterline.replicas" -}}
{{- if not (and .autoscaling .autoscaling.enabled) }}
replicas: {{ .replicas }}
{{- end }}
{{- end }}
