import Evidence

extension TraceSpan {
    /// Whether a JSON object is a trace export in OTLP's JSON form.
    static func isExport(_ object: JSONObject) -> Bool {
        object["resourceSpans"] != nil || object["resource_spans"] != nil
    }

    /// Reads the spans of a trace export in JSON, whose names may be spelt in either way.
    static func spans(json object: JSONObject, options: LogOptions) -> [TraceSpan] {
        object.list("resourceSpans", "resource_spans").flatMap { group -> [TraceSpan] in
            let resource = JSONObject(attributes: group["resource"]?.object)
            let scopes =
                group.list("scopeSpans", "scope_spans")
                + group.list("instrumentationLibrarySpans", "instrumentation_library_spans")
            return scopes.flatMap { scope in
                scope.list("spans").map { TraceSpan($0, resource: resource, options: options) }
            }
        }
    }

    private init(_ span: JSONObject, resource: JSONObject, options: LogOptions) {
        self.init(origin: .json(.object(span)))
        traceID = TraceID.hex(span["traceId"] ?? span["trace_id"])
        spanID = TraceID.hex(span["spanId"] ?? span["span_id"])
        parentID = TraceID.hex(span["parentSpanId"] ?? span["parent_span_id"])
        let started = span["startTimeUnixNano"] ?? span["start_time_unix_nano"]
        let ended = span["endTimeUnixNano"] ?? span["end_time_unix_nano"]
        start = started.flatMap { LogTime($0, unit: .nanoseconds, zone: options.zone) }
        end = ended.flatMap { LogTime($0, unit: .nanoseconds, zone: options.zone) }?.instant
        if start?.instant.milliseconds == 0 { start = nil }
        if end?.milliseconds == 0 { end = nil }
        attributes = JSONObject(attributes: span)
        self.resource = resource
        events = span.list("events").map {
            TraceSpan.Event(name: $0["name"]?.string ?? "", attributes: JSONObject(attributes: $0))
        }
        let status = span["status"]?.object
        switch status?["code"] {
        case .number("2"), .string("STATUS_CODE_ERROR"), .string("2"): failed = true
        case .number("1"), .string("STATUS_CODE_OK"), .string("1"): failed = false
        default: failed = nil
        }
        statusMessage = status?["message"]?.string
    }
}

extension JSONObject {
    /// The objects of the first of these members that is a list.
    func list(_ names: String...) -> [JSONObject] {
        for name in names {
            if let elements = self[name]?.array { return elements.compactMap(\.object) }
        }
        return []
    }

    /// The member `attributes` of an object: a list of keys and values, or an object of them.
    fileprivate init(attributes holder: JSONObject?) {
        self.init()
        switch holder?["attributes"] {
        case .object(let plain): self = plain
        case .array(let pairs):
            members = pairs.compactMap { pair in
                guard let pair = pair.object, let key = pair["key"]?.string else { return nil }
                return Member(name: key, value: JSONValue(attribute: pair["value"] ?? .null))
            }
        default: break
        }
    }
}

extension JSONValue {
    /// The value inside OTLP's wrapping, such as `{"intValue":"12"}`; a value that is not wrapped is taken as it is.
    fileprivate init(attribute value: JSONValue) {
        guard let object = value.object, object.members.count == 1, let member = object.members.first else {
            self = value
            return
        }
        switch member.name {
        case "stringValue", "string_value", "boolValue", "bool_value", "doubleValue", "double_value", "bytesValue",
            "bytes_value":
            self = member.value
        case "intValue", "int_value":
            self = member.value.halves.map { .number(String($0)) } ?? member.value
        case "arrayValue", "array_value":
            let values = member.value.object?["values"]?.array ?? []
            self = .array(values.map { JSONValue(attribute: $0) })
        case "kvlistValue", "kvlist_value":
            var holder = JSONObject()
            holder.fill("attributes", member.value.object?["values"])
            self = .object(JSONObject(attributes: holder))
        default: self = value
        }
    }
}
