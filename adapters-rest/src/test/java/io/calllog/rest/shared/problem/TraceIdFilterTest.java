package io.calllog.rest.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TraceIdFilterTest {

  private static final String ID = "0af7651916cd43dd8448eb211c80319c";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-of-a-later-version"
      })
  void is_that_of_the_trace(String traceparent) throws Exception {
    assertThat(traceIdWith(traceparent)).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "0af7651916cd43dd8448eb211c80319c",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-00",
        "00-00000000000000000000000000000000-b7ad6b7169203331-00",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-00",
        "00-0af7651916cd43dd8448eb211c80319c\n-b7ad6b7169203331-00"
      })
  void is_new_if_the_header_is_not_valid(String traceparent) throws Exception {
    assertThat(traceIdWith(traceparent)).matches("[0-9a-f]{32}").isNotEqualTo(ID);
  }

  @Test
  void is_new_for_each_request_without_the_header() throws Exception {
    assertThat(traceIdWith(null)).matches("[0-9a-f]{32}").isNotEqualTo(traceIdWith(null));
  }

  /** The trace ID while a request is handled. Afterwards there is none. */
  private static String traceIdWith(@Nullable String traceparent)
      throws ServletException, IOException {
    var request = new MockHttpServletRequest();
    if (traceparent != null) {
      request.addHeader("traceparent", traceparent);
    }
    var found = new AtomicReference<@Nullable String>();
    new TraceIdFilter()
        .doFilter(request, new MockHttpServletResponse(), (_, _) -> found.set(MDC.get("traceId")));
    assertThat(MDC.get("traceId")).isNull();
    return String.valueOf(found.get());
  }
}
