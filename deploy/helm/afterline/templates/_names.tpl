{{- define "afterline.name" -}}
{{- if contains "afterline" .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-afterline" .Release.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "afterline.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* The subgraphs. Each has its own database, and none asks another. */}}
{{- define "afterline.services" -}}
["customers", "orders", "after-sales", "surveys"]
{{- end }}

{{- define "afterline.selector" -}}
app.kubernetes.io/name: afterline
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "afterline.labels" -}}
{{ include "afterline.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}
