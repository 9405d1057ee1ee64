package io.calllog.rest.shared.binding;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Reads phone numbers. Commands without a web server import this configuration too. */
@Configuration(proxyBeanMethods = false)
@Import(PhoneNumberParser.class)
public class PhoneNumberConfiguration {}
