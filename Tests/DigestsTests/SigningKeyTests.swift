import Digests
import Testing

@Suite struct SigningKeyTests {
    @Test func `the first vector of RFC 8032 is met`() throws {
        let secret = try #require(bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        let key = try SigningKey(bytes: secret)
        #expect(key.publicKey == bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
    }

    @Test func `a signature fits its message and no other`() throws {
        let key = try SigningKey(bytes: (0..<32).map { UInt8($0) })
        let signature = try key.signature(of: "8 abc".utf8)
        #expect(try SigningKey.isValid(signature, of: "8 abc".utf8, publicKey: key.publicKey))
        #expect(try !SigningKey.isValid(signature, of: "9 abc".utf8, publicKey: key.publicKey))
    }

    @Test func `a key of another length is refused`() {
        #expect(throws: (any Error).self) { try SigningKey(bytes: [1, 2, 3]) }
    }

    private func bytes(_ hex: String) -> [UInt8]? {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0 }
    }
}
