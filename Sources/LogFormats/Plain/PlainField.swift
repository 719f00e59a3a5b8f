import Foundation

/// The fields of plain JSON records that are read; all others are kept as unknown.
enum PlainField: Int, CaseIterable {
    case id, time, account, organisation, apiKey, endUser, conversation, turn, provider, model, operation, stream
    case temperature, maxTokens, endTime, inputTokens, outputTokens, reasoningTokens, cachedTokens, cost, status
    case finishReason, error, system, messages, prompt, response, tools, images, ip, asn, country, userAgent
    case tlsFingerprint, pathway, accountCreated, plan, payment, email, emailDomain

    /// The name in a record: that of the case, with underscores, such as `api_key`.
    var name: String { PlainField.names[rawValue] }

    /// The fields that most exchanges of an account have alike, by their places, a bit each.
    static let ofSurroundings: UInt64 = [
        account, organisation, apiKey, endUser, provider, operation, stream, temperature, maxTokens, finishReason,
        ip, asn, country, userAgent, tlsFingerprint, pathway, accountCreated, plan, payment, email, emailDomain,
    ].reduce(0) { $0 | 1 << $1.rawValue }

    private static let names = allCases.map { field in
        String(describing: field).reduce(into: "") { name, letter in
            name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }
}

/// Finds the place of a field by the bytes of its name, without making a text of them.
struct PlainFieldTable: Sendable {
    /// The table that all readers use.
    static let shared = PlainFieldTable()

    private let names = PlainField.allCases.map { Array($0.name.utf8) }
    /// For each hash, the place of the field that has it, or of the first that was pushed on from it; −1 where none is.
    private var slots = [Int8](repeating: -1, count: 256)

    private init() {
        for (place, name) in names.enumerated() {
            var slot = name.withUnsafeBufferPointer { PlainFieldTable.hash($0) }
            while slots[slot] >= 0 { slot = (slot + 1) & 255 }
            slots[slot] = Int8(place)
        }
    }

    /// The place of the field of that name among all; `nil` for any other name.
    func place(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !name.isEmpty else { return nil }
        var slot = PlainFieldTable.hash(name)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if isName(of: place, name) { return place }
            slot = (slot + 1) & 255
        }
        return nil
    }

    private func isName(of place: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        names[place].withUnsafeBufferPointer { own in
            guard own.count == name.count, let one = own.baseAddress, let other = name.baseAddress else { return false }
            return memcmp(one, other, own.count) == 0
        }
    }

    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        let first = Int(name[0])
        let middle = Int(name[name.count / 2])
        return (name.count &* 37 &+ first &* 101 &+ middle &* 11 &+ Int(name[name.count - 1]) &* 7) & 255
    }
}
