package io.calllog.load;

/** What the caller says by system properties. Maven passes on those left out as empty ones. */
public final class Settings {

  private Settings() {}

  public static String text(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }

  public static int number(String name, int otherwise) {
    String value = text(name, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(value.replace("_", ""));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, as what is not positive.
    }
    throw new Refused("-D%s must be a positive number, not %s".formatted(name, value));
  }

  public static boolean flag(String name, boolean otherwise) {
    return Boolean.parseBoolean(text(name, Boolean.toString(otherwise)));
  }
}
