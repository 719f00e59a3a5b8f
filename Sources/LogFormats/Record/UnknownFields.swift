import Foundation
import HostileText

/// Fields that no reader knows, kept as JSON for the detector's state, without what is private.
///
/// Dropped are members whose names sound of headers, keys, cookies, secrets, addresses or mail, at any depth and inside
/// JSON that is wrapped into strings; strings that are an e-mail address, a network address or a key; and `null`s.
struct UnknownFields {
    private var kept: [JSONObject.Member] = []

    /// Adds the members of an object that `known` does not name.
    mutating func add(_ object: JSONObject, under prefix: String = "", except known: (String) -> Bool) {
        for member in object.members where !known(member.name) {
            guard !UnknownFields.isPrivate(member.name), let value = UnknownFields.cleaned(member.value) else {
                continue
            }
            kept.append(JSONObject.Member(name: prefix + member.name, value: value))
        }
    }

    /// One object as JSON text; `nil` if nothing was kept.
    var text: UntrustedText? {
        kept.isEmpty ? nil : UntrustedText(JSONValue.object(JSONObject(members: kept)).text)
    }

    /// Words that make a member's name private wherever they stand in it, in lower case without `-`, `_` and `.`.
    private static let privateWords: [[UInt8]] = [
        "header", "cookie", "authorization", "authentication", "bearer", "password", "passwd", "secret", "credential",
        "apikey", "accesskey", "privatekey", "accesstoken", "refreshtoken", "idtoken", "oauthtoken", "sessiontoken",
        "authtoken", "email", "ipaddress", "clientaddress", "remoteaddr", "forwardedfor", "realip", "clientip",
        "peerip",
        "payment", "iban", "cardnumber", "phone", "xapi",
    ].map { Array($0.utf8) }
    /// Names that are private as a whole, or as the last part of a dotted name.
    private static let privateNames: [[UInt8]] = [
        "key", "token", "auth", "ip", "mail", "keys", "address",
    ].map { Array($0.utf8) }

    static func isPrivate(_ name: String) -> Bool {
        var plain: [UInt8] = []
        var lastPart = 0
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "."): lastPart = plain.count
            case UInt8(ascii: "-"), UInt8(ascii: "_"): break
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): plain.append(byte + 0x20)
            default: plain.append(byte)
            }
        }
        return privateNames.contains { plain[lastPart...].elementsEqual($0) }
            || privateWords.contains { holds(plain, $0) }
    }

    /// Whether a word stands somewhere in a name. Names are short, so each place is tried.
    private static func holds(_ name: [UInt8], _ word: [UInt8]) -> Bool {
        guard name.count >= word.count else { return false }
        for start in 0...(name.count - word.count) where name[start] == word[0] {
            if word.indices.allSatisfy({ name[start + $0] == word[$0] }) { return true }
        }
        return false
    }

    private static func cleaned(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .null: return nil
        case .bool, .number: return value
        case .array(let elements): return .array(elements.compactMap(cleaned))
        case .object(let object):
            let members = object.members.compactMap { member -> JSONObject.Member? in
                guard !isPrivate(member.name), let value = cleaned(member.value) else { return nil }
                return JSONObject.Member(name: member.name, value: value)
            }
            return .object(JSONObject(members: members))
        case .string(let text):
            let inner = value.decoded
            if inner.string == nil { return cleaned(inner) }
            return isPrivateText(text) ? nil : value
        }
    }

    /// Whether a text is itself an e-mail address, a network address or a key.
    private static func isPrivateText(_ text: String) -> Bool {
        if text.hasPrefix("sk-") || text.hasPrefix("Bearer ") { return true }
        guard text.utf8.count <= 254 else { return false }
        if let at = text.utf8.firstIndex(of: UInt8(ascii: "@")), text.utf8[at...].contains(UInt8(ascii: ".")),
            !text.utf8.contains(0x20)
        {
            return true
        }
        var four = in_addr()
        var six = in6_addr()
        return inet_pton(AF_INET, text, &four) == 1 || inet_pton(AF_INET6, text, &six) == 1
    }
}
