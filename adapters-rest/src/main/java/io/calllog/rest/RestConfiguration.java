package io.calllog.rest;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The HTTP interface as one unit of wiring: import it, and the API is served. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class RestConfiguration {}
