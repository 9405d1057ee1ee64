package io.calllog.application.shared.port.out;

class SequentialIdsTest extends IdSourceContract {

  private final SequentialIds ids = new SequentialIds();

  @Override
  protected IdSource ids() {
    return ids;
  }
}
