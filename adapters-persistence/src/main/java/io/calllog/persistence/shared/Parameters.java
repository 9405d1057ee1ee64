package io.calllog.persistence.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named parameters of a statement. Pass all external values through this class, so that the SQL
 * text consists of constants only. Not thread-safe.
 */
public final class Parameters {

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds a value, or a collection for a list of values, and returns its placeholder. */
  public String bind(Object value) {
    String name = "p" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  /** The values by name. */
  public Map<String, Object> byName() {
    return values;
  }
}
