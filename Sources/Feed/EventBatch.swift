import Evidence
public import Foundation

extension Event {
    /// The word for the kind of event: `label`, `mute` or `activity`.
    public var kind: String {
        switch self {
        case .label: "label"
        case .mute: "mute"
        case .activity: "activity"
        }
    }

    /// What makes the event the same when it is sent again: the UUID of a label or mute, the hash of a line of activity.
    public var id: String {
        switch self {
        case .label(let event): event.id
        case .mute(let mute): mute.id
        case .activity(let activity): activity.hash
        }
    }
}

/// Events on their way from a cache to the detector: the body of `POST /v1/labels`.
public enum EventBatch {
    /// The JSON array of events, in order.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold.
    public static func encode(_ events: [Event]) throws -> Data {
        var body = Data("[".utf8)
        for event in events {
            if body.count > 1 { body.append(UInt8(ascii: ",")) }
            body.append(contentsOf: "\n{\"kind\":".utf8)
            body.append(jsonString: event.kind)
            body.append(contentsOf: ",\"id\":".utf8)
            body.append(jsonString: event.id)
            body.append(contentsOf: ",\"doc\":".utf8)
            switch event {
            case .label(let event): body.append(try FeedDocument.encode(event))
            case .mute(let mute): body.append(try FeedDocument.encode(mute))
            case .activity(let activity): body.append(try FeedDocument.encode(activity))
            }
            body.append(UInt8(ascii: "}"))
        }
        body.append(contentsOf: "]\n".utf8)
        return body
    }

    /// Reads a batch. An event that cannot be read is an ``Entry`` that says why, and spoils none of the others.
    ///
    /// - Throws: `DecodingError` where the body is no array of objects with `kind` and `id`.
    public static func decode(_ body: Data) throws -> [Entry] {
        try JSONDecoder().decode([Entry].self, from: body)
    }

    /// One event of a batch as it came.
    public struct Entry: Hashable, Sendable {
        /// The word for its kind, known or not.
        public var kind: String
        /// The id by which it is answered.
        public var id: String
        /// The event, or why it cannot be read.
        public var content: Result<Event, Unreadable>
    }

    /// Why an event cannot be read.
    public enum Unreadable: Error, Hashable, Sendable {
        /// This detector does not take events of that kind.
        case unknownKind
        /// Its document is not one of its kind; the place where reading stopped.
        case malformed(at: String)
        /// The id beside the document is not the one inside.
        case idDiffers
    }
}

extension EventBatch.Entry: Decodable {
    private enum Field: String, CodingKey { case kind, id, doc }

    /// Decodes from `{"kind":…,"id":…,"doc":{…}}`.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        kind = try fields.decode(String.self, forKey: .kind)
        id = try fields.decode(String.self, forKey: .id)
        do {
            let event: Event
            switch kind {
            case "label": event = .label(try fields.decode(forKey: .doc))
            case "mute": event = .mute(try fields.decode(forKey: .doc))
            case "activity": event = .activity(try fields.decode(forKey: .doc))
            default:
                content = .failure(.unknownKind)
                return
            }
            content = event.id == id ? .success(event) : .failure(.idDiffers)
        } catch let error as DecodingError {
            content = .failure(.malformed(at: error.place))
        }
    }
}

extension KeyedDecodingContainer {
    fileprivate func decode<Thing: Decodable>(forKey key: Key) throws -> Thing {
        try decode(Thing.self, forKey: key)
    }
}

extension DecodingError {
    /// The path of the member at which reading stopped, such as `doc.at`.
    fileprivate var place: String {
        let (path, last): ([any CodingKey], (any CodingKey)?) =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context.codingPath, nil)
            case .keyNotFound(let key, let context): (context.codingPath, key)
            @unknown default: ([], nil)
            }
        return (path + [last].compactMap { $0 }).map(\.stringValue).joined(separator: ".")
    }
}
