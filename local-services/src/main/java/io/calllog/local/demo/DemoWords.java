package io.calllog.local.demo;

import io.calllog.domain.call.CallOutcome;
import java.util.List;

/** The words that the demo organisation is made of. Nobody in particular is meant. */
final class DemoWords {

  private static final List<String> ENGLISH_FIRST =
      words(
          "Amelia Arthur Beatrice Benjamin Charlotte Daniel Eleanor Ethan Florence Freya George Grace"
              + " Hannah Harry Isla Jack Jasmine Leo Lily Lucas Maya Noah Olivia Oscar Poppy Rohan"
              + " Rosie Samuel Sienna Thomas Zara William");
  private static final List<String> ENGLISH_LAST =
      words(
          "Ahmed Baker Barnes Bennett Brooks Carter Chapman Collins Cooper Davies Edwards Fisher"
              + " Foster Graham Harrison Hughes Kaur Kelly Lawson Mitchell Morgan Murphy Okafor Palmer"
              + " Patel Reid Shaw Sutton Turner Walsh Webb Wright");
  private static final List<String> GERMAN_FIRST =
      words(
          "Anna Ben Clara Elias Emil Emma Felix Finn Frieda Greta Hannes Ida Jonas Jule Karl Lena"
              + " Leon Lina Lukas Marie Mats Mia Moritz Paula Paul Sophie Theo Yasmin");
  private static final List<String> GERMAN_LAST =
      words(
          "Arslan Bauer Becker Braun Fischer Frank Graf Hartmann Huber Jäger Kaiser Keller Klein"
              + " König Krause Lang Maier Möller Neumann Richter Roth Schäfer Schulz Sommer Vogel Wagner"
              + " Weber Winkler Yılmaz Ziegler");
  private static final List<String> FRENCH_FIRST =
      words(
          "Adèle Alice Antoine Arthur Camille Chloé Élise Émile Gabriel Hugo Inès Jeanne Jules Léa"
              + " Louis Louise Lucie Manon Mathis Nina Noé Paul Raphaël Romane Rose Sami Zoé");
  private static final List<String> FRENCH_LAST =
      words(
          "Barbier Benali Bernard Blanc Bonnet Caron Chevalier Clément Dubois Dupont Faure Fontaine"
              + " Garnier Gauthier Girard Lambert Laurent Lefèvre Lemoine Marchand Mercier Morel Noël"
              + " Perrin Renard Rousseau Simon Vidal");

  static final List<String> COMPANY_FIRST =
      words(
          "Alder Amber Arrow Birch Bluebell Bridge Cedar Clear Copper Crown Dale Delta Eagle East"
              + " Ember Falcon Fern Field Golden Granite Harbour Hazel Iron Juniper Kestrel Lake Lantern"
              + " Maple Meadow Mill North Oak Orchard Pine Quarry River Rowan Silver Spring Stone Summit"
              + " Thistle Upland Valley Willow");
  static final List<String> COMPANY_SECOND =
      List.of(
          "Analytics",
          "Bakeries",
          "Brewing",
          "Care",
          "Catering",
          "Clinics",
          "Components",
          "Construction",
          "Dental",
          "Design",
          "Electrical",
          "Energy",
          "Engineering",
          "Estates",
          "Fabrics",
          "Farms",
          "Fitness",
          "Foods",
          "Freight",
          "Furniture",
          "Glass",
          "Insurance",
          "Interiors",
          "Joinery",
          "Labs",
          "Logistics",
          "Machining",
          "Media",
          "Optics",
          "Packaging",
          "Pharmacies",
          "Plumbing",
          "Print",
          "Roofing",
          "Software",
          "Solar",
          "Textiles",
          "Tools",
          "Travel",
          "Veterinary");
  static final List<String> STREETS =
      List.of(
          "Mill Lane",
          "Station Road",
          "Church Street",
          "Harbour Way",
          "Park Avenue",
          "Queen Street",
          "Market Square",
          "River Walk",
          "Orchard Close",
          "Bridge Street");

  private DemoWords() {}

  static List<String> firstNames(DemoPlaces.Names names) {
    return switch (names) {
      case ENGLISH -> ENGLISH_FIRST;
      case GERMAN -> GERMAN_FIRST;
      case FRENCH -> FRENCH_FIRST;
    };
  }

  static List<String> lastNames(DemoPlaces.Names names) {
    return switch (names) {
      case ENGLISH -> ENGLISH_LAST;
      case GERMAN -> GERMAN_LAST;
      case FRENCH -> FRENCH_LAST;
    };
  }

  /** What an officer notes about a call that ended so. */
  static List<String> comments(CallOutcome outcome) {
    return switch (outcome) {
      case SUCCESSFUL ->
          List.of(
              "Agreed on the yearly plan; contract goes out today.",
              "Renewed for another twelve months.",
              "Ordered the starter package for two sites.",
              "Questions about the invoice settled.",
              "Happy with the service, will recommend us.",
              "Confirmed the delivery for next week.");
      case FOLLOW_UP ->
          List.of(
              "Wants an offer in writing by Friday.",
              "Has to ask the purchasing department; call again next week.",
              "Interested, but the budget opens in the new quarter.",
              "Asked for a demonstration on site.",
              "Send the price list and the references.");
      case MISSED -> List.of("Was on another line; call back.", "Came in after hours.");
      case NO_ANSWER -> List.of("Rang out.", "Voicemail; left a message.");
      case BUSY -> List.of("Engaged twice.");
      case OTHER ->
          List.of("Wrong number.", "Has moved; ask for the new address.", "Left the company.");
    };
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
