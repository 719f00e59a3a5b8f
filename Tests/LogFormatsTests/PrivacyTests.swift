import Evidence
import Foundation
import HostileText
import LogFormats
import Testing

@Test func `Unknown fields are kept, but not headers, keys, cookies, addresses and mail`() throws {
    let read = try Reading(
        plainLine(
            #","region":"west","headers":{"x":"1"},"Cookie":"c","authorization":"Bearer t","x-api-key":"k","#
                + #""contact":"someone@mail.example","seen":"203.0.113.77","peer":"2001:db8::7","note":"call me @ noon. ok","#
                + #""nested":{"client_ip":"1","userEmail":"m","kept":[1,null,{"password":"p","deep":true}]},"#
                + #""wrapped":"{\"set-cookie\":\"s\",\"tier\":2}","raw":"sk-abc","nothing":null"#))
    let text = try #require(read.only?.unknownFields?.verbatim)
    #expect(
        text
            == #"{"region":"west","note":"call me @ noon. ok","nested":{"kept":[1,{"deep":true}]},"wrapped":{"tier":2}}"#
    )
}

@Test func `Nothing that is secret stands in the exchange itself`() throws {
    let secrets = ["203.0.113.9", "k-secret", "pay-secret", "u-secret", "someone@mail.example"]
    let read = try Reading(
        plainLine(
            #","ip":"203.0.113.9","api_key":"k-secret","payment":"pay-secret","end_user":"u-secret","email":"someone@mail.example""#
        ))
    let logged = try #require(read.only)
    let spelt = String(decoding: try JSONEncoder().encode(logged.exchange), as: UTF8.self)
    for secret in secrets {
        #expect(!spelt.contains(secret))
    }
    #expect(logged.exchange.standing.emailDomain == UntrustedText("mail.example"))
    #expect(logged.secrets.email == UntrustedText(secrets[4]))
    #expect(logged.unknownFields == nil)
}
