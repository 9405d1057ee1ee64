package io.calllog.persistence.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of one statement. Whatever comes from outside enters a statement through here, so that
 * its text consists of our constants only. Belongs to one thread.
 */
public final class Parameters {

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Takes a value (a collection stands for a list of them) and answers its place in the text. */
  public String bind(Object value) {
    String name = "p" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  /** All values by name. */
  public Map<String, Object> byName() {
    return values;
  }
}
