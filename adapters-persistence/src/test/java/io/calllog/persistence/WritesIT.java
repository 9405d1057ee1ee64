package io.calllog.persistence;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.Storage;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.transaction.IllegalTransactionStateException;

@OnPostgres
class WritesIT {

  private record Write(String name, Runnable work) {}

  private final Samples samples = new Samples();
  private final Storage storage;

  WritesIT(Storage storage) {
    this.storage = storage;
  }

  @TestFactory
  List<DynamicTest> are_refused_outside_of_a_transaction() {
    Officer officer = samples.officer("Anna", samples.root());
    Client client = samples.client("Acme", samples.root());
    Call call = samples.call(officer, Samples.NOW);
    var officers = storage.officers();
    var clients = storage.clients();
    var calls = storage.calls();
    return List.of(
            new Write("lock an officer", () -> officers.findForUpdate(officer.id())),
            new Write("add an officer", () -> officers.add(officer)),
            new Write("update an officer", () -> officers.update(officer)),
            new Write("remove an officer", () -> officers.remove(officer, Samples.NOW)),
            new Write("count administrators", officers::lockAndCountActiveAdmins),
            new Write("lock a client", () -> clients.findForUpdate(client.id())),
            new Write("add a client", () -> clients.add(client)),
            new Write("update a client", () -> clients.update(client)),
            new Write("remove a client", () -> clients.remove(client, Samples.NOW)),
            new Write("lock a call", () -> calls.findForUpdate(call.id())),
            new Write("add a call", () -> calls.addAbsent(List.of(new NewCall(call, null)))),
            new Write("update a call", () -> calls.update(call)),
            new Write("remove a call", () -> calls.remove(call, Samples.NOW)))
        .stream()
        .map(write -> DynamicTest.dynamicTest(write.name(), () -> assertRefused(write.work())))
        .toList();
  }

  private static void assertRefused(Runnable write) {
    assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(write::run);
  }
}
