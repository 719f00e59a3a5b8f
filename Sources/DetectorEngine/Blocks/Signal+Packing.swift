import Evidence
import HostileText

extension Signal {
    /// The members that a signal may have, each a bit.
    private enum Member: UInt64 {
        case value = 1
        case ordinary = 2
        case percentile = 4
        case note = 8
        case isOfCluster = 16
    }

    /// Reads what is packed.
    init(_ rows: inout PackedRows.Reader) throws {
        let members = try rows.number()
        func has(_ member: Member) -> Bool { members & member.rawValue != 0 }
        let subject = Subject(has(.isOfCluster) ? .cluster : .account, UntrustedText(try rows.text()))
        guard let name = SignalName(rawValue: try rows.text()) else { throw PackedRows.Damage() }
        self.init(subject: subject, name: name, value: nil, unit: try rows.text())
        contribution = try rows.double()
        value = has(.value) ? try rows.double() : nil
        ordinary = has(.ordinary) ? try rows.double() : nil
        percentile = has(.percentile) ? try rows.double() : nil
        for _ in 0..<(try rows.count()) { evidence.append(try EvidenceReference(&rows)) }
        note = has(.note) ? try rows.text() : nil
    }

    /// Adds all that a signal says.
    func pack(into packer: inout RowPacker) {
        packer.add(
            bit(.value, value != nil) | bit(.ordinary, ordinary != nil) | bit(.percentile, percentile != nil)
                | bit(.note, note != nil) | bit(.isOfCluster, subject.kind == .cluster))
        packer.add(subject.text)
        packer.add(UntrustedText(name.rawValue))
        packer.add(UntrustedText(unit))
        packer.add(contribution)
        if let value { packer.add(value) }
        if let ordinary { packer.add(ordinary) }
        if let percentile { packer.add(percentile) }
        packer.add(UInt64(evidence.count))
        for reference in evidence { reference.pack(into: &packer) }
        if let note { packer.add(UntrustedText(note)) }
    }

    private func bit(_ member: Member, _ isThere: Bool) -> UInt64 { isThere ? member.rawValue : 0 }
}

extension EvidenceReference {
    private enum Form: UInt64 {
        case exchange, template, indicator, account, period
    }

    fileprivate init(_ rows: inout PackedRows.Reader) throws {
        guard let form = Form(rawValue: try rows.number()) else { throw PackedRows.Damage() }
        switch form {
        case .exchange: self = .exchange(ExchangeID(UntrustedText(try rows.ownText())))
        case .template: self = .template(TemplateID(UntrustedText(try rows.text())))
        case .indicator: self = .indicator(IndicatorID(UntrustedText(try rows.text())))
        case .account: self = .account(AccountID(UntrustedText(try rows.text())))
        case .period:
            let from = Instant(milliseconds: try rows.signed())
            self = .period(from: from, to: Instant(milliseconds: try rows.signed()))
        }
    }

    fileprivate func pack(into packer: inout RowPacker) {
        func begin(_ form: Form) { packer.add(form.rawValue) }
        switch self {
        case .exchange(let id):
            begin(.exchange)
            packer.add(own: id.text)
        case .template(let id):
            begin(.template)
            packer.add(id.text)
        case .indicator(let id):
            begin(.indicator)
            packer.add(id.text)
        case .account(let id):
            begin(.account)
            packer.add(id.text)
        case .period(let from, let to):
            begin(.period)
            packer.add(signed: from.milliseconds)
            packer.add(signed: to.milliseconds)
        }
    }
}
