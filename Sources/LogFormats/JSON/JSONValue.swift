/// A JSON value as a log wrote it.
///
/// Nothing that a hostile client can put into a record makes reading it fail as long as the record is JSON at all: text
/// that is no UTF-8 and lone surrogates become U+FFFD, and raw control characters inside strings stay.
enum JSONValue: Equatable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, kept as it was spelt.
    case number(String)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)
}

/// A JSON object: its members in the order in which they came.
struct JSONObject: Equatable, Sendable {
    /// One member.
    struct Member: Equatable, Sendable {
        /// The name.
        var name: String
        /// The value.
        var value: JSONValue
    }

    /// The members. A name may occur twice: the last counts.
    var members: [Member] = []

    /// The value of a member, `nil` if there is none or it is `null`. O(members).
    ///
    /// Names repeat only in a hostile record, so they are looked up from the end and not collected into a table.
    subscript(name: String) -> JSONValue? {
        let count = name.utf8.count
        for member in members.reversed() where member.name.utf8.count == count && member.name == name {
            if case .null = member.value { return nil }
            return member.value
        }
        return nil
    }

    /// Whether there is a member of that name, `null` or not.
    func has(_ name: String) -> Bool {
        members.contains { $0.name == name }
    }

    /// Adds each member of another object, unless one of its name is here and not `null`. O(members of both).
    mutating func fill(from other: JSONObject) {
        var known = Set(members.lazy.filter { $0.value != .null }.map(\.name))
        for member in other.members where member.value != .null && known.insert(member.name).inserted {
            members.append(member)
        }
    }

    /// Adds a member, unless one of that name is there and not `null`.
    mutating func fill(_ name: String, _ value: JSONValue?) {
        guard let value, self[name] == nil else { return }
        members.append(Member(name: name, value: value))
    }
}
