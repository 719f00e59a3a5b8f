"""Names of made-up people, companies and things, with which texts are filled."""

TEAMS = ["sales", "support", "finance", "research", "people", "platform", "growth", "legal"]
BOTS = ["Ava", "Max", "Nova", "Sam", "Iris", "Leo", "Mia", "Otto", "Zoe", "Kai"]
PEOPLE = [
    "John", "Mary", "Tom", "Anna", "Peter", "Lisa", "Carlos", "Sofia", "Ahmed", "Fatima", "Wei", "Mei", "Raj",
    "Priya", "Olga", "Ivan", "Jack", "Emma", "Tim", "Sarah", "James", "Julia", "Mark", "Susan", "Bob", "Alice",
]
BUSINESSES = [
    "a hotel", "a dental clinic", "a phone carrier", "a furniture shop", "a city library", "a bank's card desk",
    "a gym chain", "a train operator", "a pet store", "an online pharmacy", "a games publisher", "a tax adviser",
    "a car rental", "a museum", "an energy supplier",
]
COMPANIES = [first + last
             for first in ("Nor", "Ver", "Hal", "Bright", "Kest", "Lum", "Ora", "Pel", "Quin", "Tav", "Sol", "Mer")
             for last in ("dia", "ano", "field", "works", "mart", "ily", "point", "soft")]
