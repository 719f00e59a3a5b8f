/// The formats of logs. Compression, and whether records are lines or one document, is always seen from the bytes.
public enum LogFormat: String, CaseIterable, Sendable {
    /// Each record is looked at and read as what it is.
    case auto
    /// Plain JSON, one exchange a line, with the field names of Stillwatch; and releases of models.
    case jsonl
    /// LiteLLM's standard logging payload and its spend-log rows.
    case litellm
    /// OpenTelemetry GenAI traces: OTLP in protobuf or JSON, and traces exported by Langfuse.
    case otlp
}
