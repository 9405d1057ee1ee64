package io.calllog.offenders.rest.client;

import com.fasterxml.jackson.databind.ObjectMapper;

interface JacksonTwo {
  ObjectMapper needs();
}
