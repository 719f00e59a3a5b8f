import Evidence
import Foundation
import SwiftProtobuf

extension TraceSpan {
    /// Reads the spans of a trace export in protobuf; `nil` if the bytes are none.
    static func spans(protobuf bytes: UnsafeBufferPointer<UInt8>) -> [TraceSpan]? {
        let export: OTLPTraceExport
        do {
            export = try OTLPTraceExport(serializedBytes: Data(buffer: bytes))
        } catch {
            return nil
        }
        return export.resourceSpans.flatMap { group in
            let resource = JSONObject(group.resource.attributes)
            return (group.scopeSpans + group.instrumentationLibrarySpans).flatMap { scope in
                scope.spans.map { TraceSpan($0, resource: resource) }
            }
        }
    }

    private init(_ span: OTLPSpan, resource: JSONObject) {
        self.init(origin: .protobuf(span))
        traceID = TraceID.hex(span.traceID)
        spanID = TraceID.hex(span.spanID)
        parentID = TraceID.hex(span.parentSpanID)
        start = LogTime(nanoseconds: span.startTimeUnixNano)
        end = LogTime(nanoseconds: span.endTimeUnixNano)?.instant
        attributes = JSONObject(span.attributes)
        self.resource = resource
        events = span.events.map { event in
            TraceSpan.Event(name: String(decoding: event.name, as: UTF8.self), attributes: JSONObject(event.attributes))
        }
        failed = span.status.code == 0 ? nil : span.status.code == 2
        statusMessage = String(decoding: span.status.message, as: UTF8.self)
    }
}

extension LogTime {
    /// Nanoseconds since 1970; 0 is no time.
    init?(nanoseconds: UInt64) {
        guard nanoseconds > 0 else { return nil }
        self.instant = Instant(milliseconds: Int64(nanoseconds / 1_000_000))
        zoneWasAssumed = false
    }
}

extension JSONObject {
    fileprivate init(_ attributes: [OTLPKeyValue]) {
        members = attributes.map {
            JSONObject.Member(name: String(decoding: $0.key, as: UTF8.self), value: JSONValue($0.value))
        }
    }
}

extension JSONValue {
    fileprivate init(_ value: OTLPAnyValue) {
        switch value.value {
        case .none: self = .null
        case .stringValue(let bytes): self = .string(String(decoding: bytes, as: UTF8.self))
        case .boolValue(let value): self = .bool(value)
        case .intValue(let value): self = .number(String(value))
        case .doubleValue(let value): self = value.isFinite ? .number(value.description) : .null
        case .arrayValue(let list): self = .array(list.values.map { JSONValue($0) })
        case .kvlistValue(let list): self = .object(JSONObject(list.values))
        case .bytesValue(let bytes): self = .string(bytes.base64EncodedString())
        }
    }
}
