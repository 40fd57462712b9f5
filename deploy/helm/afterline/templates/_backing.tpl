{{/* Where Kafka is, and how processes sign in there: as values say, or as Strimzi makes it. To be read with fromJson. */}}
{{- define "afterline.kafka" -}}
{{- $kafka := .Values.kafka -}}
{{- $name := include "afterline.name" . -}}
{{- if $kafka.strimzi.create -}}
{{- dict
  "brokers" (printf "%s-kafka-bootstrap:9093" $name)
  "port" 9093
  "tls" (dict "enabled" true "existingSecret" (printf "%s-cluster-ca-cert" $name) "clientCertificate" false)
  "mechanism" "scram-sha-512" | toJson }}
{{- else -}}
{{- dict
  "brokers" (join "," $kafka.brokers)
  "port" $kafka.port
  "tls" $kafka.tls
  "mechanism" $kafka.sasl.mechanism
  "secret" $kafka.sasl.existingSecret | toJson }}
{{- end -}}
{{- end }}

{{/* Name of a KafkaUser, and of the Secret that Strimzi keeps its password in. @param .root, .user: process or holder of rights */}}
{{- define "afterline.kafka.user" -}}
{{ include "afterline.name" .root }}-{{ ternary "operator" .user (eq .user "jobs") }}
{{- end }}

{{/* Members of the replica set, comma-separated, and the options to reach them by. To be read with fromJson. */}}
{{- define "afterline.mongodb" -}}
{{- $mongodb := .Values.mongodb -}}
{{- if $mongodb.operator.create -}}
{{- $name := printf "%s-mongodb" (include "afterline.name" .) -}}
{{- $hosts := list -}}
{{- range until (int $mongodb.operator.members) -}}
{{- $hosts = append $hosts (printf "%s-%d.%s-svc.%s.svc:27017" $name . $name $.Release.Namespace) -}}
{{- end -}}
{{- dict "hosts" (join "," $hosts) "options" (printf "replicaSet=%s" $name) "port" 27017 | toJson }}
{{- else -}}
{{- dict "hosts" (join "," $mongodb.hosts) "options" $mongodb.options "port" $mongodb.port | toJson }}
{{- end -}}
{{- end }}
