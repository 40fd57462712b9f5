{{- define "afterline.env.always" -}}
- { name: LOG_LEVEL, value: {{ .Values.logLevel }} }
- { name: OPERATIONS_PORT, value: "9464" }
{{- with .Values.telemetry.otlpEndpoint }}
- { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }} }
- { name: OTEL_TRACES_SAMPLER_ARG, value: {{ $.Values.telemetry.sampled | quote }} }
{{- end }}
{{- end }}

{{/* @param .root, .user: whose name and password Kafka is given */}}
{{- define "afterline.env.kafka" -}}
{{- $kafka := include "afterline.kafka" .root | fromJson -}}
- { name: KAFKA_BROKERS, value: {{ $kafka.brokers | quote }} }
- { name: KAFKA_TOPIC_PREFIX, value: {{ .root.Values.kafka.topicPrefix | quote }} }
{{- if $kafka.tls.enabled }}
- { name: KAFKA_TLS_CA_FILE, value: {{ ternary "/etc/afterline/kafka/ca.crt" "well-known" (ne $kafka.tls.existingSecret "") }} }
{{- if $kafka.tls.clientCertificate }}
- { name: KAFKA_TLS_CERT_FILE, value: /etc/afterline/kafka/tls.crt }
- { name: KAFKA_TLS_KEY_FILE, value: /etc/afterline/kafka/tls.key }
{{- end }}
{{- end }}
{{- if $kafka.mechanism }}
- { name: KAFKA_SASL_MECHANISM, value: {{ $kafka.mechanism }} }
- name: KAFKA_SASL_USERNAME
  {{- if .root.Values.kafka.strimzi.create }}
  value: {{ include "afterline.kafka.user" . }}
  {{- else }}
  valueFrom: { secretKeyRef: { name: {{ $kafka.secret }}, key: {{ .user }}-username } }
  {{- end }}
- { name: KAFKA_SASL_PASSWORD_FILE, value: /etc/afterline/kafka-sign-in/{{ .user }}-password }
{{- end }}
{{- end }}

{{/* @param .root, .user, .database: empty where all of them are meant */}}
{{- define "afterline.env.mongodb" -}}
{{- $mongodb := include "afterline.mongodb" .root | fromJson -}}
- { name: MONGODB_URI, value: "mongodb://{{ $mongodb.hosts }}/{{ .database }}?{{ $mongodb.options }}" }
- { name: MONGODB_USERNAME, value: {{ .user }} }
- { name: MONGODB_PASSWORD_FILE, value: /etc/afterline/mongodb-sign-in/{{ .user }} }
{{- include "afterline.env.mongodb.tls" .root }}
{{- end }}

{{- define "afterline.env.mongodb.tls" -}}
{{- $values := .Values -}}
{{- with $values.mongodb.tls }}
{{- if .enabled }}
- { name: MONGODB_TLS_CA_FILE, value: {{ ternary "/etc/afterline/mongodb/ca.crt" "well-known" (ne .existingSecret "") }} }
{{- end }}
{{- end }}
{{- if $values.mongodb.tls.clientCertificate }}
- { name: MONGODB_TLS_CERTIFICATE_KEY_FILE, value: /etc/afterline/mongodb/client.pem }
{{- end }}
{{- end }}

{{- define "afterline.env.administrator" -}}
{{- $mongodb := include "afterline.mongodb" . | fromJson -}}
- { name: MONGODB_URI, value: "mongodb://{{ $mongodb.hosts }}/?{{ $mongodb.options }}" }
- name: MONGODB_USERNAME
  {{- if .Values.mongodb.operator.create }}
  value: {{ .Values.mongodb.operator.administrator }}
  {{- else }}
  valueFrom: { secretKeyRef: { name: {{ .Values.mongodb.adminSecret }}, key: username } }
  {{- end }}
- { name: MONGODB_PASSWORD_FILE, value: /etc/afterline/administrator/password }
{{- include "afterline.env.mongodb.tls" . }}
{{- end }}

{{/* @param .root, .user: of Kafka, .mongodb: user of the databases, .keys: files of the secret of keys, .policies: the ConfigMap, .operations: whether they are persisted */}}
{{- define "afterline.volumes" -}}
{{- $values := .root.Values -}}
- name: tmp
  emptyDir: { medium: Memory, sizeLimit: 64Mi }
{{- if .keys }}
- name: keys
  secret:
    secretName: {{ $values.keys.existingSecret }}
    defaultMode: 0440
    items:
      {{- range .keys }}
      - { key: {{ . }}, path: {{ . }} }
      {{- end }}
{{- end }}
{{- if .mongodb }}
- name: mongodb-sign-in
  secret:
    secretName: {{ $values.mongodb.existingSecret }}
    defaultMode: 0440
    items:
      - { key: {{ .mongodb }}, path: {{ .mongodb }} }
{{- with $values.mongodb.tls.existingSecret }}
- name: mongodb
  secret: { secretName: {{ . }}, defaultMode: 0440 }
{{- end }}
{{- end }}
{{- if .administrator }}
- name: administrator
  secret:
    secretName: {{ $values.mongodb.adminSecret }}
    defaultMode: 0440
    items:
      - { key: password, path: password }
- name: passwords
  secret: { secretName: {{ $values.mongodb.existingSecret }}, defaultMode: 0440 }
{{- with $values.mongodb.tls.existingSecret }}
- name: mongodb
  secret: { secretName: {{ . }}, defaultMode: 0440 }
{{- end }}
{{- end }}
{{- if .user }}
{{- $kafka := include "afterline.kafka" .root | fromJson }}
{{- if $kafka.tls.enabled }}
{{- with $kafka.tls.existingSecret }}
- name: kafka
  secret: { secretName: {{ . }}, defaultMode: 0440 }
{{- end }}
{{- end }}
{{- if $kafka.mechanism }}
- name: kafka-sign-in
  secret:
    secretName: {{ $kafka.secret | default (include "afterline.kafka.user" .) }}
    defaultMode: 0440
    items:
      - { key: {{ ternary "password" (printf "%s-password" .user) $values.kafka.strimzi.create }}, path: {{ .user }}-password }
{{- end }}
{{- end }}
{{- if .operations }}
- name: operations
  configMap: { name: {{ $values.gateway.operations.configMap | default (printf "%s-operations" (include "afterline.name" .root)) }} }
{{- end }}
{{- if and .policies $values.policies }}
- name: policies
  configMap: { name: {{ include "afterline.name" .root }}-{{ .policies }} }
{{- end }}
{{- end }}

{{- define "afterline.mounts" -}}
{{- $values := .root.Values -}}
- { name: tmp, mountPath: /tmp }
{{- if .keys }}
- { name: keys, mountPath: /etc/afterline/keys, readOnly: true }
{{- end }}
{{- if .mongodb }}
- { name: mongodb-sign-in, mountPath: /etc/afterline/mongodb-sign-in, readOnly: true }
{{- if $values.mongodb.tls.existingSecret }}
- { name: mongodb, mountPath: /etc/afterline/mongodb, readOnly: true }
{{- end }}
{{- end }}
{{- if .administrator }}
- { name: administrator, mountPath: /etc/afterline/administrator, readOnly: true }
- { name: passwords, mountPath: /etc/afterline/passwords, readOnly: true }
{{- if $values.mongodb.tls.existingSecret }}
- { name: mongodb, mountPath: /etc/afterline/mongodb, readOnly: true }
{{- end }}
{{- end }}
{{- if .user }}
{{- $kafka := include "afterline.kafka" .root | fromJson }}
{{- if and $kafka.tls.enabled $kafka.tls.existingSecret }}
- { name: kafka, mountPath: /etc/afterline/kafka, readOnly: true }
{{- end }}
{{- if $kafka.mechanism }}
- { name: kafka-sign-in, mountPath: /etc/afterline/kafka-sign-in, readOnly: true }
{{- end }}
{{- end }}
{{- if .operations }}
- { name: operations, mountPath: /etc/afterline/operations, readOnly: true }
{{- end }}
{{- if and .policies $values.policies }}
- { name: policies, mountPath: /etc/afterline/policies, readOnly: true }
{{- end }}
{{- end }}

{{/* Manifests of persisted operations, comma-separated; empty where there are none. */}}
{{- define "afterline.operations.files" -}}
{{- $operations := .Values.gateway.operations -}}
{{- $names := ternary $operations.files (keys $operations.inline | sortAlpha) (ne $operations.configMap "") -}}
{{- $files := list -}}
{{- range $names }}{{ $files = append $files (printf "/etc/afterline/operations/%s" .) }}{{ end -}}
{{- join "," $files -}}
{{- end }}

{{/* Where the command afterline and the delivery ask the graph. */}}
{{- define "afterline.graphUrl" -}}
http://{{ include "afterline.name" . }}{{ if include "afterline.operations.files" . }}-internal{{ end }}/graphql
{{- end }}

{{/* What a service needs to be told, and which files it gets, whatever it does. @param .root, .service */}}
{{- define "afterline.around" -}}
{{- $database := printf "%s_%s" .root.Values.mongodb.databasePrefix (.service | replace "-" "_") -}}
{{- dict "user" .service "keys" (list "seal.private.pem" "principal.public.pem") "mongodb" $database "policies" "policies" | toJson }}
{{- end }}

{{/* @param .root, .user: the service, .mongodb: its database and user */}}
{{- define "afterline.env.service" -}}
{{- $values := .root.Values -}}
- { name: AFTERLINE_SERVICE, value: {{ .user }} }
- { name: PORT, value: "4000" }
{{ include "afterline.env.always" .root }}
{{ include "afterline.env.kafka" . }}
{{ include "afterline.env.mongodb" (dict "root" .root "user" .mongodb "database" .mongodb) }}
- name: AFTERLINE_MASTER_KEY
  valueFrom: { secretKeyRef: { name: {{ $values.keys.existingSecret }}, key: master-key } }
{{- range $variable, $key := dict "AFTERLINE_MASTER_KEY_FORMER" "master-key-former" "AFTERLINE_MASTER_KEY_NEXT" "master-key-next" "AFTERLINE_MASTER_KEY_LOST" "master-key-lost" }}
- name: {{ $variable }}
  valueFrom: { secretKeyRef: { name: {{ $values.keys.existingSecret }}, key: {{ $key }}, optional: true } }
{{- end }}
- { name: AFTERLINE_SEAL_KEY, value: /etc/afterline/keys/seal.private.pem }
- { name: AFTERLINE_PRINCIPAL_PUBLIC_KEY, value: /etc/afterline/keys/principal.public.pem }
{{- if eq .user "surveys" }}
- name: AFTERLINE_SURVEY_SECRET
  valueFrom: { secretKeyRef: { name: {{ $values.keys.existingSecret }}, key: survey-secret } }
{{- end }}
- { name: AFTERLINE_RELAY_SHARDS, value: {{ $values.services.relayShards | quote }} }
- { name: AFTERLINE_COMPANY, value: {{ $values.company | quote }} }
{{- with $values.timeZone }}
- { name: TENANT_TIME_ZONE, value: {{ . }} }
{{- end }}
{{- if $values.policies }}
- { name: POLICY_DIR, value: /etc/afterline/policies }
{{- end }}
{{- end }}
