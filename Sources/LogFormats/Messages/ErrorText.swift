import HostileText

/// What went wrong, as logs say it: a text, or an object that holds one.
enum ErrorText {
    /// The message of an error; `nil` if there is none.
    static func text(_ value: JSONValue?) -> UntrustedText? {
        guard let value, !value.isBlank else { return nil }
        switch value.decoded {
        case .string(let text): return UntrustedText(text)
        case .object(let object):
            let said = object["message"] ?? object["error_message"] ?? object["error"] ?? object["error_class"]
            if let said, let text = said.nonEmptyLabel { return UntrustedText(text) }
            return object.members.contains { $0.value != .null && !$0.value.isBlank }
                ? UntrustedText(value.asText) : nil
        case .bool(true): return UntrustedText("true")
        default: return nil
        }
    }
}

extension JSONValue {
    /// The name or the number's spelling, unless it is empty.
    var nonEmptyName: String? {
        name.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The text or the number's spelling, unless it is empty.
    var nonEmptyLabel: String? {
        label.flatMap { $0.isEmpty ? nil : $0 }
    }
}
