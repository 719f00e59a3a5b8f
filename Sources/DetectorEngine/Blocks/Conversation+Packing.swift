import Evidence
import HostileText

extension Conversation {
    /// Reads what is packed; the id is the row's.
    init(_ rows: inout PackedRows.Reader, id: ConversationID) throws {
        let account = AccountID(UntrustedText(try rows.text()))
        let firstAt = Instant(milliseconds: try rows.signed())
        let lastAt = Instant(milliseconds: firstAt.milliseconds &+ (try rows.signed()))
        let turns = Int(try rows.signed())
        self.init(
            id: id, account: account, firstAt: firstAt, lastAt: lastAt, turns: turns,
            isInferred: try rows.number() != 0)
    }

    /// Adds all but the id, which the row has.
    func pack(into packer: inout RowPacker) {
        packer.add(account.text)
        packer.add(signed: firstAt.milliseconds)
        packer.add(signed: lastAt.milliseconds &- firstAt.milliseconds)
        packer.add(signed: Int64(turns))
        packer.add(isInferred ? 1 : 0 as UInt64)
    }
}
