package io.calllog.bootstrap;

import io.calllog.application.auth.port.in.RegistrationMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts come about.
 *
 * @param mode who may register: open (everybody, at once), approval (everybody, once an
 *     administrator has activated the account) or closed (nobody)
 */
@ConfigurationProperties("calllog.registration")
record RegistrationSettings(@DefaultValue("approval") RegistrationMode mode) {}
