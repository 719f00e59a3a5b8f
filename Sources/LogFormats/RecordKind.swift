/// What kind of record a JSON object is.
enum RecordKind {
    /// An OTLP trace export in JSON.
    case traceExport
    /// A trace exported by Langfuse.
    case langfuse
    /// A call as LiteLLM writes it.
    case litellm
    /// A plain exchange or a release.
    case plain

    /// Looks at an object; `nil` if it cannot be of the format that was asked for.
    init?(of object: JSONObject, in format: LogFormat) {
        switch format {
        case .jsonl: self = .plain
        case .litellm: self = .litellm
        case .otlp, .auto:
            if TraceSpan.isExport(object) {
                self = .traceExport
            } else if LangfuseTrace.fits(object) {
                self = .langfuse
            } else if format == .otlp {
                return nil
            } else {
                self = LiteLLMRecord.fits(object) ? .litellm : .plain
            }
        }
    }
}
