public import Foundation

extension FeedRecord {
    /// Appends the record as one line of a page.
    public func append(to lines: inout Data) {
        lines.append(contentsOf: "{\"seq\":\(sequence),\"kind\":".utf8)
        lines.append(jsonString: kind.rawValue)
        lines.append(contentsOf: ",\"id\":".utf8)
        lines.append(jsonString: id)
        lines.append(contentsOf: ",\"rev\":\(revision)".utf8)
        if isDeleted {
            lines.append(contentsOf: ",\"deleted\":true".utf8)
        } else {
            lines.append(contentsOf: ",\"doc\":".utf8)
            lines.append(document)
        }
        lines.append(contentsOf: "}\n".utf8)
    }

    /// Reads a line of a page; `nil` if it is no record. The document is kept byte for byte, whatever fields it has.
    init?(line members: JSONMembers) {
        guard let sequence = members.integer("seq"), let kind = members.string("kind"), let id = members.string("id"),
            let revision = members.integer("rev"), revision > 0
        else { return nil }
        let isDeleted = members.flag("deleted") ?? false
        let document = members["doc"]
        guard isDeleted ? document == nil : document?.first == UInt8(ascii: "{") else { return nil }
        self.init(
            sequence: sequence, kind: FeedKind(rawValue: kind), id: id, revision: revision, isDeleted: isDeleted,
            document: document.map { Data($0) } ?? Data())
    }
}
