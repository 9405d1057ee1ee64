package io.calllog.rest.auth;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How passwords are hashed, for those too who need it without the rest of the HTTP interface. */
@Configuration(proxyBeanMethods = false)
@Import(BcryptPasswordHasher.class)
public class PasswordHashingConfiguration {}
