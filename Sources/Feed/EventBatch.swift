import Evidence
public import Foundation

extension Event {
    /// The word for the kind of event: `label`, `mute`, `outcome` or `activity`.
    public var kind: String {
        switch self {
        case .label: "label"
        case .mute: "mute"
        case .outcome: "outcome"
        case .activity: "activity"
        }
    }

    /// What makes the event the same when it is sent again: the UUID of a decision, the hash of a line of activity.
    public var id: String {
        switch self {
        case .label(let event): event.id
        case .mute(let mute): mute.id
        case .outcome(let outcome): outcome.id
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
            case .outcome(let outcome): body.append(try FeedDocument.encode(outcome))
            case .activity(let activity): body.append(try FeedDocument.encode(activity))
            }
            body.append(UInt8(ascii: "}"))
        }
        body.append(contentsOf: "]\n".utf8)
        return body
    }

    /// Reads a batch. An event that cannot be read is an ``Entry`` that says why, and spoils none of the others.
    ///
    /// - Returns: `nil` where the body is no array of objects with `kind` and `id`.
    public static func decode(_ body: Data) -> [Entry]? {
        body.withUnsafeBytes { raw in
            let bytes = raw.bindMemory(to: UInt8.self)
            guard let elements = JSONScanner.elements(of: bytes) else { return nil }
            let entries = elements.compactMap { place in
                JSONMembers(bytes, in: place).flatMap { Entry($0) }
            }
            return entries.count == elements.count ? entries : nil
        }
    }

    /// One event of a batch as it came.
    public struct Entry: Hashable, Sendable {
        /// The word for its kind, known or not.
        public var kind: String
        /// The id by which it is answered.
        public var id: String
        /// The event as JSON, byte for byte: fields that this version does not know stay.
        public var document: Data
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

extension EventBatch.Entry {
    /// Reads `{"kind":…,"id":…,"doc":{…}}`; `nil` without a kind or an id.
    init?(_ members: JSONMembers) {
        guard let kind = members.string("kind"), let id = members.string("id") else { return nil }
        self.kind = kind
        self.id = id
        document = members["doc"].map { Data($0) } ?? Data()
        do throws(EventBatch.Unreadable) {
            let event = try EventBatch.event(kind, from: document)
            content = event.id == id ? .success(event) : .failure(.idDiffers)
        } catch {
            content = .failure(error)
        }
    }
}

extension EventBatch {
    fileprivate static func event(_ kind: String, from document: Data) throws(Unreadable) -> Event {
        do {
            switch kind {
            case "label": return .label(try FeedDocument.decode(LabelEvent.self, from: document))
            case "mute": return .mute(try FeedDocument.decode(Mute.self, from: document))
            case "outcome": return .outcome(try FeedDocument.decode(Outcome.self, from: document))
            case "activity": return .activity(try FeedDocument.decode(Activity.self, from: document))
            default: throw Unreadable.unknownKind
            }
        } catch let error as DecodingError {
            throw .malformed(at: error.place)
        } catch {
            throw .unknownKind
        }
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
