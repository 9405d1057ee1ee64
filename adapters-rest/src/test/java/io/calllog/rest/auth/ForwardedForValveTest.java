package io.calllog.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedForValveTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.1                          | 192.0.2.1
          192.0.2.1:4711                     | 192.0.2.1
          2001:db8::1                        | 2001:db8::1
          [2001:db8::1]                      | 2001:db8::1
          [2001:db8::1]:4711                 | 2001:db8::1
          [2001:db8::1]:4711, 192.0.2.1:80   | 2001:db8::1,192.0.2.1
          192.0.2.1 ,10.0.0.1                | 192.0.2.1,10.0.0.1
          """)
  void removes_ports_and_brackets(String header, String addresses) {
    assertThat(ForwardedForValve.addresses(header)).isEqualTo(addresses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown                            | ''
          192.0.2.1, unknown                 | ''
          192.0.2.1, host.example, 10.0.0.1  | 10.0.0.1
          192.0.2.1, 300.1.1.1, 10.0.0.1     | 10.0.0.1
          [::1                               | ''
          ,,,                                | ''
          ''                                 | ''
          """)
  void drops_everything_up_to_an_element_that_is_not_an_address(String header, String addresses) {
    assertThat(ForwardedForValve.addresses(header)).isEqualTo(addresses);
  }
}
