package io.calllog.faults;

/** The network to a port of this machine, which drops all packets until it is closed. */
final class Network implements AutoCloseable {

  private final int port;

  private Network(int port) {
    this.port = port;
  }

  static Network dropPackets(int port) {
    rules("-I", port);
    return new Network(port);
  }

  @Override
  public void close() {
    rules("-D", port);
  }

  private static void rules(String action, int port) {
    for (String direction : new String[] {"--dport", "--sport"}) {
      Commands.run(
          "iptables",
          "-w",
          action,
          "INPUT",
          "-i",
          "lo",
          "-p",
          "tcp",
          direction,
          String.valueOf(port),
          "-j",
          "DROP");
    }
  }
}
