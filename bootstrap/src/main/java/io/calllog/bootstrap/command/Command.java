package io.calllog.bootstrap.command;

import java.util.List;
import org.springframework.context.ApplicationContext;

/** A command of the jar. */
interface Command {

  String name();

  /** The required arguments, as the usage shows them. */
  List<String> arguments();

  /** The options, as the usage shows them; empty if there are none. */
  String options();

  /**
   * Runs the command.
   *
   * @param arguments as many as {@link #arguments()}
   * @param application provides the use cases; its environment contains the options
   * @return whether it succeeded; otherwise it has printed the reason
   */
  boolean run(List<String> arguments, ApplicationContext application);
}
