import Evidence
import HostileText
import LogFormats
import Testing

/// A message in protobuf's wire format, written by hand after the published field numbers.
private struct Wire {
    var bytes: [UInt8] = []

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    func adding(_ field: UInt64, _ content: some Sequence<UInt8>) -> Wire {
        var wire = self
        let content = Array(content)
        wire.varint(field << 3 | 2)
        wire.varint(UInt64(content.count))
        wire.bytes += content
        return wire
    }

    func adding(_ field: UInt64, number: UInt64) -> Wire {
        var wire = self
        wire.varint(field << 3)
        wire.varint(number)
        return wire
    }

    func adding(_ field: UInt64, fixed: UInt64) -> Wire {
        var wire = self
        wire.varint(field << 3 | 1)
        withUnsafeBytes(of: fixed.littleEndian) { wire.bytes += Array($0) }
        return wire
    }

    func attribute(_ key: String, _ value: Wire, in field: UInt64 = 9) -> Wire {
        adding(field, Wire().adding(1, key.utf8).adding(2, value.bytes).bytes)
    }
}

private func export(model: [UInt8] = Array("model-b".utf8)) -> [UInt8] {
    let stop = Wire().adding(1, Wire().adding(1, "stop".utf8).bytes)
    let span = Wire()
        .adding(1, (1...16).map { UInt8($0) }).adding(2, (1...8).map { UInt8($0) }).adding(5, "chat".utf8)
        .adding(6, number: 3)
        .adding(7, fixed: 1_779_333_247_120_000_000).adding(8, fixed: 1_779_333_249_500_000_000)
        .attribute("gen_ai.request.model", Wire().adding(1, model))
        .attribute("gen_ai.usage.input_tokens", Wire().adding(3, number: 12))
        .attribute("gen_ai.request.temperature", Wire().adding(4, fixed: (0.5).bitPattern))
        .attribute("gen_ai.request.stream", Wire().adding(2, number: 1))
        .attribute("gen_ai.response.finish_reasons", Wire().adding(5, stop.bytes))
        .attribute("user.id", Wire().adding(1, "acct-5".utf8))
        .adding(15, Wire().adding(3, number: 1).bytes)
    let resource = Wire().attribute("service.name", Wire().adding(1, "gateway".utf8), in: 1)
    let scope = Wire().adding(1, Wire().adding(1, "lib".utf8).bytes).adding(2, span.bytes)
    return Wire().adding(1, Wire().adding(1, resource.bytes).adding(2, scope.bytes).bytes).bytes
}

@Test func `A trace export in protobuf is known by its bytes and read`() throws {
    let exchange = try #require(try Reading(export()).exchange)
    #expect(exchange.id == ExchangeID("0102030405060708090a0b0c0d0e0f10-0102030405060708"))
    #expect(exchange.account == AccountID("acct-5"))
    #expect(exchange.at.milliseconds == 1_779_333_247_120)
    #expect(exchange.usage.input == 12)
    #expect(exchange.parameters.temperature == 0.5)
    #expect(exchange.parameters.stream == true)
    #expect(exchange.finishReason == UntrustedText("stop"))
}

@Test func `Text in protobuf that is no UTF-8 costs no span`() throws {
    let exchange = try #require(try Reading(export(model: [0x61, 0xff, 0x1b])).exchange)
    #expect(exchange.model == UntrustedText("a\u{fffd}\u{1b}"))
}

@Test func `An export cut at any byte is refused or read in part, and never fails`() throws {
    let whole = export()
    for count in 2..<whole.count {
        let read = try Reading(whole[..<count])
        #expect(read.exchanges.isEmpty)
        #expect(read.refusals.count >= 1)
    }
    for place in whole.indices {
        var changed = whole
        changed[place] ^= 0xff
        _ = try Reading(changed)
        _ = try Reading(changed, format: .otlp)
    }
}

@Test func `Text that begins like protobuf is text`() throws {
    #expect(try Reading("\n{\n\n\"id\":\"r1\",\"time\":1,\"account\":\"a\"}").exchanges.count == 1)
    #expect(try Reading("\n" + plainLine()).exchanges.count == 1)
    #expect(try Reading(export(), format: .jsonl).refusals.first?.reason == .otherFormat(.jsonl))
}
