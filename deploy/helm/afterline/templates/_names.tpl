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

{{/* An amount of processor or memory, such as 250m or 1.5Gi, as a number. */}}
{{- define "afterline.amount" -}}
{{- if kindIs "string" . -}}
{{- $units := dict "" 1 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 -}}
{{- mulf (regexFind "^[0-9.]+" . | float64) (get $units (regexFind "[A-Za-z]*$" .) | float64) -}}
{{- else -}}
{{- . -}}
{{- end -}}
{{- end }}
