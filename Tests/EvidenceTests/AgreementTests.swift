import Evidence
import HostileText
import Testing

/// Figures of agreement against those that are published.
@Suite struct AgreementTests {
    /// Labels by analyst and subject; `nil` where nobody gave one. Numbers are places in the list of labels, from 1.
    private func ratings(_ table: [[Int?]]) -> [Rating] {
        table.enumerated().flatMap { analyst, row in
            row.enumerated().compactMap { subject, code in
                code.map {
                    Rating(
                        subject: .account(AccountID("acct-\(100 + subject)")), analyst: UntrustedText("a\(analyst)"),
                        label: Label.allCases[$0 - 1])
                }
            }
        }
    }

    /// Krippendorff 2011, example C: four observers, twelve units, some missing.
    private let published: [[Int?]] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
        [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]

    @Test func `alpha is Krippendorff's of his own example`() throws {
        let agreement = Agreement(ratings(published))
        #expect(abs(try #require(agreement.alpha).value - 0.743) < 0.0005)
        #expect(abs(try #require(agreement.raw).value - 0.8182) < 0.0005)
        #expect(agreement.subjects == 12)
        #expect(agreement.shared == 11)
        #expect(agreement.disputed == 3)
    }

    @Test func `kappa is Cohen's of a table of fifty`() throws {
        let one = Array(repeating: 1, count: 25) + Array(repeating: 2, count: 25)
        let other =
            Array(repeating: 1, count: 20) + Array(repeating: 2, count: 5) + Array(repeating: 1, count: 10)
            + Array(repeating: 2, count: 15)
        let agreement = Agreement(ratings([one, other]))
        let pair = try #require(agreement.pairs.first)
        #expect(pair.subjects == 50)
        #expect(pair.same == 35)
        #expect(abs(try #require(pair.kappa) - 0.4) < 1e-9)
        #expect(agreement.kappa == pair.kappa)
    }

    @Test func `AC1 stays high where nearly all is one label, and kappa does not`() throws {
        let one = Array(repeating: 4, count: 98) + [1, 4]
        let other = Array(repeating: 4, count: 98) + [4, 1]
        let agreement = Agreement(ratings([one, other]))
        #expect(try #require(agreement.ac1).value > 0.97)
        #expect(try #require(agreement.kappa) < 0)
    }

    @Test func `an interval holds its figure and is the same every time`() throws {
        let figure = try #require(Agreement(ratings(published)).alpha)
        let interval = try #require(figure.interval)
        #expect(interval.contains(figure.value))
        #expect(interval.lowerBound < interval.upperBound)
        #expect(Agreement(ratings(published)).alpha == figure)
    }

    @Test func `without two labels on one subject nothing is said`() {
        let agreement = Agreement(ratings([[1, 2, 3], [nil, nil, nil]]))
        #expect(agreement.shared == 0)
        #expect(agreement.alpha == nil)
        #expect(agreement.kappa == nil)
        #expect(agreement.pairs.isEmpty)
        #expect(Agreement([]).raw == nil)
    }

    @Test func `where only one label was ever given, alpha cannot be told from chance`() {
        let agreement = Agreement(ratings([[1, 1], [1, 1]]))
        #expect(agreement.alpha == nil)
        #expect(agreement.raw?.value == 1)
    }
}
