import Digests
import Foundation
import Testing

@Test func `SHA-256 and SHA-512 give the published digests of abc`() {
    #expect(SHA256Digest.of("abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
        SHA512Digest.of(Array("abc".utf8)).hex
            == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
}

@Test func `A digest over pieces is the digest over the whole`() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hasher = SHA256Hasher()
    for start in stride(from: 0, to: bytes.count, by: 777) {
        hasher.update(bytes[start..<min(start + 777, bytes.count)])
    }
    #expect(hasher.digest == SHA256Digest.of(bytes))
    #expect(hasher.digest == SHA256Digest.of(AnySequence(bytes)))
}

@Test func `A digest reads its own hexadecimal digits in either case and refuses others`() {
    let digest = SHA256Digest.of("abc")
    #expect(SHA256Digest(hex: digest.hex.uppercased()) == digest)
    #expect(SHA256Digest(hex: digest.hex.dropLast()) == nil)
    #expect(SHA256Digest(hex: "g" + digest.hex.dropFirst()) == nil)
    #expect(SHA512Digest(hex: digest.hex) == nil)
}

@Test func `A keyed hash is HMAC-SHA-256 as RFC 4231 tests it`() {
    let key = KeyedHash(key: [UInt8](repeating: 0x0b, count: 20))
    #expect(
        key.authenticationCode(of: "Hi There".utf8).hex
            == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
}

@Test func `A token differs by key, by role and by value, and is the same each time`() {
    let one = KeyedHash(key: [1])
    let other = KeyedHash(key: [2])
    let token = one.token(for: "192.0.2.1", in: "address")
    #expect(token.count == 32)
    #expect(token == one.token(for: "192.0.2.1", in: "address"))
    #expect(token != one.token(for: "192.0.2.2", in: "address"))
    #expect(token != one.token(for: "192.0.2.1", in: "account"))
    #expect(token != other.token(for: "192.0.2.1", in: "address"))
    #expect(one.token(for: "192.0.2.1", in: "address", digits: 12) == token.prefix(12))
    #expect(KeyedHash.newKey() != KeyedHash.newKey())
}

@Test func `Bytes of equal length and content are equal, and no others`() {
    #expect(ConstantTime.areEqual([1, 2, 3], [1, 2, 3]))
    #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2, 4]))
    #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2]))
    #expect(!ConstantTime.areEqual([1, 2], [1, 2, 3]))
    #expect(ConstantTime.areEqual([], []))
}

@Test func `A name-based UUID is the one that RFC 9562 prints`() throws {
    let domainNames = try #require(UUID(uuidString: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
    let made = UUID(version5Of: "www.example.com".utf8, in: domainNames)
    #expect(made.uuidString.lowercased() == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
}
