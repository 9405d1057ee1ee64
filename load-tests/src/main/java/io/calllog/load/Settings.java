package io.calllog.load;

/** Reads system properties. Empty ones count as missing, because Maven passes missing ones so. */
public final class Settings {

  private Settings() {}

  public static String text(String name, String defaultValue) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? defaultValue : value;
  }

  public static int number(String name, int defaultValue) {
    String value = text(name, Integer.toString(defaultValue));
    try {
      int number = Integer.parseInt(value.replace("_", ""));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // rejected below
    }
    throw new Refused("-D%s must be a positive number, not %s".formatted(name, value));
  }

  public static boolean flag(String name, boolean defaultValue) {
    return Boolean.parseBoolean(text(name, Boolean.toString(defaultValue)));
  }
}
