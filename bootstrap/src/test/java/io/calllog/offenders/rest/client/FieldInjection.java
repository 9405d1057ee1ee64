package io.calllog.offenders.rest.client;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class FieldInjection {

  @Autowired @Nullable Object injected;
}
