package io.calllog.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.RestOnFakes;
import io.calllog.api.access.Matrix.Cell;
import io.calllog.api.access.Matrix.Row;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation, for each actor and subject. {@link Matrix} contains the expected results. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class RolesMatrixApiTest {

  private final OpenApiDocument document;
  private final MatrixRequests requests;

  RolesMatrixApiTest(Api api, Accounts accounts) {
    this.document = new OpenApiDocument(api);
    this.requests = new MatrixRequests(api, accounts, new Subjects(accounts));
  }

  @Test
  void has_a_row_for_each_operation_and_no_other() {
    assertThat(Matrix.read().rows())
        .extracting(Row::operation)
        .containsExactlyInAnyOrderElementsOf(
            document.operations().stream().map(Operation::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void answers_as_the_matrix_says(Cell cell) {
    assertThat(requests.ask(cell)).as(cell.toString()).isEqualTo(cell.expected());
  }

  static Stream<Cell> cells() {
    return Matrix.read().rows().stream().flatMap(row -> row.cells().stream());
  }
}
