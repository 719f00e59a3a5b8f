import Evidence
import Feed
import Foundation
import HostileText

/// What the feed says of a thing. Where there are many of its kind it is kept packed, and spelt only when somebody reads the feed.
enum ThingBody: Sendable {
    /// The bytes of the document, as earlier versions kept all of them.
    case spelt(Data)
    /// A conversation.
    case conversation(Conversation)
    /// A signal. Apart, since it is large, and what is most of the feed is not.
    indirect case signal(Signal)

    /// Takes a signal.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, since the feed is JSON.
    init(_ signal: Signal) throws {
        try FeedDocument.check(signal.contribution)
        try FeedDocument.check(signal.value)
        try FeedDocument.check(signal.ordinary)
        try FeedDocument.check(signal.percentile)
        self = .signal(signal)
    }

    /// Reads the body of a record of a kind that is kept in blocks.
    init(_ rows: inout PackedRows.Reader, of kind: FeedKind, id: UntrustedText) throws {
        let spelt = try rows.own()
        switch kind {
        case _ where !spelt.isEmpty: self = .spelt(Data(spelt))
        case .conversation: self = .conversation(try Conversation(&rows, id: ConversationID(id)))
        case .signal: self = .signal(try Signal(&rows))
        default: throw PackedRows.Damage()
        }
    }

    /// Adds the body to a row. What is packed follows a document of no bytes.
    func pack(into packer: inout RowPacker) {
        switch self {
        case .spelt(let document): packer.add(own: document)
        case .conversation(let conversation):
            packer.add(0 as UInt64)
            conversation.pack(into: &packer)
        case .signal(let signal):
            packer.add(0 as UInt64)
            signal.pack(into: &packer)
        }
    }

    /// The bytes of the document.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold.
    func document() throws -> Data {
        switch self {
        case .spelt(let document): document
        case .conversation(let conversation): FeedDocument.encode(conversation)
        case .signal(let signal): try FeedDocument.encode(signal)
        }
    }

    /// The same not spelt, where it is of a kind that is kept so and was spelt by an earlier version.
    func read(as kind: FeedKind) -> ThingBody {
        guard case .spelt(let document) = self else { return self }
        do {
            switch kind {
            case .conversation: return .conversation(try FeedDocument.decode(Conversation.self, from: document))
            case .signal: return .signal(try FeedDocument.decode(Signal.self, from: document))
            default: return self
            }
        } catch {
            return self  // It says something that this version does not know: then it is told apart by its bytes.
        }
    }

    /// Stands for what is said, so that a change is noticed.
    var fingerprint: Fingerprint {
        switch self {
        case .spelt(let document): Fingerprint(document)
        case .conversation(let conversation): Fingerprint { $0.combine(conversation) }
        case .signal(let signal): Fingerprint { $0.combine(signal) }
        }
    }
}
