package io.calllog.local.demo;

import io.calllog.domain.shared.Region;
import java.time.ZoneId;
import java.util.List;

/** Where the demo organisation works. */
final class DemoPlaces {

  /** The cities, each the region of some officers. */
  static final List<City> CITIES =
      List.of(
          new City("EMEA/UK/London", "Europe/London", "+442079460", 3, Names.ENGLISH),
          new City("EMEA/UK/Manchester", "Europe/London", "+441614960", 3, Names.ENGLISH),
          new City("EMEA/DE/Berlin", "Europe/Berlin", "+493023125", 3, Names.GERMAN),
          new City("EMEA/DE/Munich", "Europe/Berlin", "+498999998", 3, Names.GERMAN),
          new City("EMEA/FR/Paris", "Europe/Paris", "+3319900", 4, Names.FRENCH),
          new City("Americas/US/New York", "America/New_York", "+121255501", 2, Names.ENGLISH),
          new City("Americas/US/Chicago", "America/Chicago", "+131255501", 2, Names.ENGLISH),
          new City("APAC/AU/Sydney", "Australia/Sydney", "+6125550", 4, Names.ENGLISH));

  /** The regions that a manager leads. */
  static final List<Region> LED =
      List.of(
          new Region("EMEA/UK"),
          new Region("EMEA/DE"),
          new Region("EMEA/FR"),
          new Region("EMEA"),
          new Region("Americas/US"),
          new Region("Americas"),
          new Region("APAC"));

  private DemoPlaces() {}

  /** The names that are common in a place. */
  enum Names {
    ENGLISH,
    GERMAN,
    FRENCH
  }

  /**
   * A city with its working day and its telephone numbers.
   *
   * @param path of its region
   * @param zone in which its working hours are meant
   * @param phonePrefix of numbers that are set aside for fiction where the country has such
   * @param phoneDigits how many digits follow the prefix
   * @param names the names that are common there
   */
  record City(String path, String zone, String phonePrefix, int phoneDigits, Names names) {

    Region region() {
      return new Region(path);
    }

    ZoneId zoneId() {
      return ZoneId.of(zone);
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }
}
