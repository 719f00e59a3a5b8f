/// The spans of one export, sorted into exchanges and what surrounds them.
struct SpanGroup {
    /// One call of a model.
    struct Call {
        /// The span, with the other spans of the same trace and response merged into it.
        var span: TraceSpan
        /// The number of its first span in the export, from 1.
        var part: Int
    }

    /// How many parents of a span are asked who is behind it.
    private static let reach = 16

    /// The calls, in order.
    private(set) var calls: [Call] = []
    /// How many spans are context.
    private(set) var contextSpans = 0
    /// How many spans were merged into another.
    private(set) var mergedSpans = 0

    private let spans: [TraceSpan]
    private let places: [String: Int]

    init(_ spans: [TraceSpan]) {
        self.spans = spans
        places = Dictionary(
            spans.enumerated().map { (SpanGroup.key($1.traceID, $1.spanID), $0) },
            uniquingKeysWith: { first, _ in first })
        var known: [String: Int] = [:]
        for (place, span) in spans.enumerated() {
            guard span.isExchange else {
                contextSpans += 1
                continue
            }
            let key = span.responseID.map { SpanGroup.key(span.traceID, $0) }
            if let key, !span.traceID.isEmpty, let call = known[key] {
                calls[call].span.merge(span)
                mergedSpans += 1
                continue
            }
            if let key { known[key] = calls.count }
            calls.append(Call(span: span, part: place + 1))
        }
    }

    /// The attributes of the spans around a call, from the inside out.
    func around(_ call: Call) -> [JSONObject] {
        var levels: [JSONObject] = []
        var parent = call.span.parentID
        while !parent.isEmpty, levels.count < SpanGroup.reach,
            let place = places[SpanGroup.key(call.span.traceID, parent)]
        {
            levels.append(spans[place].attributes)
            parent = spans[place].parentID
        }
        return levels
    }

    private static func key(_ trace: String, _ name: String) -> String { trace + "/" + name }
}
