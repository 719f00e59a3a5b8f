import Digests

extension CanonicalJSON {
    /// The same value with every string, but no member's name, replaced.
    func mapStrings(_ transform: (String) -> String) -> CanonicalJSON {
        switch self {
        case .null, .bool, .integer, .number: self
        case .string(let text): .string(transform(text))
        case .array(let elements): .array(elements.map { $0.mapStrings(transform) })
        case .object(let members): .object(members.mapValues { $0.mapStrings(transform) })
        }
    }

    /// Visits every string, but no member's name.
    func forEachString(_ visit: (String) throws -> Void) rethrows {
        switch self {
        case .null, .bool, .integer, .number: break
        case .string(let text): try visit(text)
        case .array(let elements): for element in elements { try element.forEachString(visit) }
        case .object(let members): for member in members.values { try member.forEachString(visit) }
        }
    }
}
