package io.calllog.bootstrap.command;

import java.util.List;
import org.springframework.context.ApplicationContext;

/** One kind of work that the jar does instead of starting a node. */
interface Command {

  /** What it is called by. */
  String name();

  /** The words that have to follow the name, as a usage line shows them. */
  List<String> words();

  /** The options that may follow them, as a usage line shows them; empty for none. */
  String options();

  /**
   * Does it.
   *
   * @param words that followed the name, as many as {@link #words()}
   * @param application has the use cases, and all options among its settings
   * @return whether it was done; what was wrong is printed
   */
  boolean run(List<String> words, ApplicationContext application);
}
